import { Server, ServerCredentials } from '@grpc/grpc-js';
import { holdfast } from '../src/rpc/generated/holdfast.js';

// What a gRPC service in Node costs before it does anything: a bare @grpc/grpc-js server whose handlers get the decoded
// request and give back a message made beforehand, which is encoded for every call. Both by the static protobufjs code
// that the server under test has. Its one option is the server's own too, and makes it cheaper: nothing is kept for
// channelz. Plain JavaScript, so that it runs under the same flags as dist/main.js.
const { v1 } = holdfast;
const contentBytes = Number(process.argv[2]);

const content = Buffer.alloc(contentBytes, 'x');
const version = Buffer.alloc(12, 1);
const found = { content, timeoutMinutes: 20, uninitialized: false, version };

const ANSWERS = {
  Get: { found },
  GetExclusive: { found: { ...found, cookie: 12_345, leaseMs: 110_000 } },
  Set: { stored: { created: false, version } },
};

const definition = {};
const handlers = {};
for (const [name, answer] of Object.entries(ANSWERS)) {
  const request = v1[`${name}Request`];
  const response = v1[`${name}Response`];
  definition[name] = {
    path: `/holdfast.v1.SessionService/${name}`,
    requestStream: false,
    responseStream: false,
    requestDeserialize: (bytes) => request.decode(bytes),
    requestSerialize: (message) => request.encode(message).finish(),
    responseSerialize: (message) => response.encode(message).finish(),
    responseDeserialize: (bytes) => response.decode(bytes),
  };
  handlers[name] = (_call, callback) => callback(null, answer);
}

const server = new Server({ 'grpc.enable_channelz': Number(process.argv[3] ?? 0) });
server.addService(definition, handlers);
server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) => {
  if (error !== null) throw error;
  console.log(JSON.stringify({ address: '127.0.0.1', port }));
});
