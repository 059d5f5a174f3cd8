import { fileURLToPath } from 'node:url';
import type { Server } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { ReflectionService } from '@grpc/reflection';
import { protoPath as healthProto } from 'grpc-health-check';
import { CLUSTER_SERVICE } from './member-calls.ts';
import { SERVICE_NAME } from './session-service.ts';

/** `proto/` is shipped beside `src/` and `dist/`, and this file lies at the same depth in both. */
export const PROTO_FOLDER = fileURLToPath(new URL('../../proto', import.meta.url));

/**
 * Lets tools list the services and read their messages without having the .proto files. `withCluster`: the service for
 * operators is there.
 */
export function addReflection(server: Server, withCluster: boolean): void {
  const files = ['holdfast/v1/session_service.proto', 'google/rpc/error_details.proto'];
  const services = [SERVICE_NAME, 'grpc.health.v1.Health'];
  if (withCluster) {
    files.push('holdfast/v1/cluster_service.proto');
    services.push(CLUSTER_SERVICE);
  }
  const definitions = {
    ...loadSync(files, { includeDirs: [PROTO_FOLDER], keepCase: true }),
    ...loadSync(healthProto, { keepCase: true }),
  };
  new ReflectionService(definitions, { services }).addToServer(server);
}
