import type { Row } from './row.ts';
import { calm } from './row-calm.ts';
import { cut } from './row-cut.ts';
import { delay } from './row-delay.ts';
import { etcdStop } from './row-etcd-stop.ts';
import { kill } from './row-kill.ts';
import { pause } from './row-pause.ts';
import { restartAll } from './row-restart-all.ts';
import { rolling } from './row-rolling.ts';
import { scale } from './row-scale.ts';

/** In the order in which they are played. */
export const ROWS: readonly Row[] = [calm, kill, pause, cut, etcdStop, rolling, scale, restartAll, delay];
