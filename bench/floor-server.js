import { createServer } from 'node:net';

// The least a Node server can do: every request is answered by one write of bytes made beforehand. Requests are not
// parsed: the first octet tells a PUT from a GET, and a line feed ends the chunk that ends a request, for a client that
// has one request under way and contents that end with one. Plain JavaScript, so that it runs under the same flags as
// dist/main.js.
const [getAnswer, putAnswer] = process.argv.slice(2).map((text) => Buffer.from(text, 'base64'));
const P = 0x50;
const G = 0x47;
const LINE_FEED = 0x0a;

const server = createServer({ noDelay: true }, (socket) => {
  let answer = getAnswer;
  socket.on('error', () => {});
  socket.on('data', (chunk) => {
    if (chunk[0] === P) answer = putAnswer;
    else if (chunk[0] === G) answer = getAnswer;
    if (chunk[chunk.length - 1] === LINE_FEED) socket.write(answer);
  });
});
server.listen(0, '127.0.0.1', () => {
  console.log(JSON.stringify(server.address()));
});
