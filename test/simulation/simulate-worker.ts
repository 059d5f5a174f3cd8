// Plays the seeds it is sent, one after another (simulate-spread.ts). Ends when nobody is left to send any.
import { drawPlan } from './cluster-plan.ts';
import { runCluster } from './cluster-run.ts';
import type { SeedTask } from './simulate-spread.ts';

process.on('message', ({ seed, given }: SeedTask) => {
  process.send?.(runCluster(drawPlan(seed, given)).report);
});
