import net from 'node:net';

export interface RawAnswer {
  /** 0: the connection ended without an answer. */
  readonly status: number;
  readonly text: string;
  /** Bytes that the server took before it ended the connection. */
  readonly written: number;
}

/** Sends bytes as they are and reads until the other end closes, or `waitMs` after the first answer. */
export function rawRequest(url: string, chunks: Iterable<string | Buffer>, waitMs = 300): Promise<RawAnswer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let text = '';
    const socket = net.connect(Number(port), hostname);
    const done = () => {
      socket.destroy();
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1] ?? 0), text, written: socket.bytesWritten });
    };
    socket.on('data', (data) => {
      if (text === '') setTimeout(done, waitMs);
      text += data.toString('latin1');
    });
    socket.on('error', () => {});
    socket.on('close', done);
    socket.on('connect', async () => {
      for (const chunk of chunks) {
        if (socket.destroyed) return;
        if (!socket.write(chunk)) await new Promise((drained) => socket.once('drain', drained).once('close', drained));
      }
    });
  });
}

/** A POST with a JSON content type and whatever else is given. */
export function post(path: string, headers: Readonly<Record<string, string | number>>, body: string | Buffer): Buffer {
  const lines = Object.entries({ host: 'localhost', 'content-type': 'application/json', ...headers });
  const head = `POST ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  return Buffer.concat([Buffer.from(head), Buffer.from(body)]);
}
