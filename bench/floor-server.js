import { createServer } from 'node:net';

// The least a Node server can do: every data event is answered by one write of bytes made beforehand. Requests are not
// parsed; the first octet tells a PUT from a GET. Plain JavaScript, so that it runs under the same flags as dist/main.js.
const [getAnswer, putAnswer] = process.argv.slice(2).map((text) => Buffer.from(text, 'base64'));
const P = 0x50;

const server = createServer({ noDelay: true }, (socket) => {
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    socket.write(chunk[0] === P ? putAnswer : getAnswer);
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify(server.address()));
});
