import net from 'node:net';

/** A plain load balancer: each connection goes to the next server in turn, without sticky sessions. */
export interface Balancer {
  readonly url: string;
  close(): Promise<void>;
}

/** @param targets addresses like `http://127.0.0.1:1234`; one that refuses is passed over */
export async function startBalancer(targets: readonly string[]): Promise<Balancer> {
  let next = 0;
  const open = new Set<net.Socket>();
  const connect = (client: net.Socket, triesLeft: number): void => {
    const { hostname, port } = new URL(targets[next++ % targets.length]!);
    const upstream = net.connect(Number(port), hostname);
    upstream.once('connect', () => {
      client.pipe(upstream).pipe(client);
      upstream.once('close', () => client.destroy());
    });
    upstream.on('error', () => {
      if (triesLeft > 0 && upstream.bytesWritten === 0) connect(client, triesLeft - 1);
      else client.destroy();
    });
    client.once('close', () => upstream.destroy());
  };
  const server = net.createServer((client) => {
    open.add(client);
    client.once('close', () => open.delete(client));
    client.on('error', () => {});
    connect(client, targets.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      for (const client of open) client.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
