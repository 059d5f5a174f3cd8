import { performance } from 'node:perf_hooks';
import { generate } from './generate.ts';
import { LoadConnection } from './load-connection.ts';
import type { LoadPlan } from './load-plan.ts';
import { type Requests, requestsFor } from './load-requests.ts';
import { sessionNumbers } from './load-sessions.ts';

/** The process that makes the load: a loop over many connections, closed unless its plan has a rate. */
generate<LoadPlan>((plan, onAnswer) => {
  const every = plan.rate === undefined ? 0 : (1000 * plan.connections) / plan.rate;
  const connections = Array.from({ length: plan.connections }, (_, index) => {
    const target = plan.targets[index % plan.targets.length];
    if (target === undefined) throw new Error('a load has a target');
    return new LoadConnection(target, plan.depth, every, onAnswer);
  });
  const numbers = sessionNumbers(plan);
  const requests = connections.map((_, index) => requestsFor(plan, numbers, index));
  return {
    connections,
    run: () => {
      let isOver = false;
      const ends = connections.map((connection, index) => connection.run(requests[index] as Requests));
      // A timer would round every planned time up to a millisecond; this process has a core to itself.
      const pace = (): void => {
        const now = performance.now();
        for (const connection of connections) connection.pace(now);
        if (!isOver) setImmediate(pace);
      };
      if (every > 0) pace();
      return Promise.all(ends).finally(() => {
        isOver = true;
      });
    },
  };
});
