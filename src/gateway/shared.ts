import type { Instant } from '../base/instant.ts';
import type { Clock, Entrance } from '../member/door.ts';
import type { AnswerPage } from './answer-page.ts';
import type { AnswerRenderer } from './answer-renderer.ts';
import type { Connection } from './connection.ts';
import type { GatewayCounters } from './counters.ts';
import type { InFlightBudget } from './in-flight-budget.ts';
import type { ReadPage } from './read-page.ts';
import type { Translator } from './translate.ts';
import type { UnreadAnswers } from './unread-answers.ts';

/** What the connections of one listener have in common. */
export interface Shared {
  readonly entrance: Entrance;
  readonly clock: Clock;
  readonly counters: GatewayCounters;
  readonly renderer: AnswerRenderer;
  readonly page: AnswerPage;
  readonly readPage: ReadPage;
  readonly translator: Translator;
  readonly budget: InFlightBudget;
  readonly unread: UnreadAnswers;
  readonly maxContentBytes: number;
  /** The time of the latest sweep: coarse, but free. */
  readonly sweptAt: Instant;
  onInFlightLimit(): void;
  onUnreadLimit(): void;
  onClosed(connection: Connection): void;
}
