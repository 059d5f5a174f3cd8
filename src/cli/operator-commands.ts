import { adopt } from './adopt.ts';
import type { Command } from './command.ts';
import { drain } from './drain.ts';
import { forget } from './forget.ts';
import { show } from './show.ts';
import { status } from './status.ts';

/** What those who run a cluster ask it for. */
export const OPERATOR_COMMANDS: readonly Command[] = [status, show, drain, forget, adopt];
