import { generate } from './generate.ts';
import { GrpcConnection } from './grpc-connection.ts';
import type { GrpcPlan } from './grpc-plan.ts';

/** The process that makes the load for the gRPC door: a closed loop. */
generate<GrpcPlan>((plan, onAnswer) => {
  const connections = Array.from({ length: plan.connections }, (_, index) => new GrpcConnection(plan, index, onAnswer));
  return { connections, run: () => Promise.all(connections.map((connection) => connection.run())) };
});
