/** Runs the npm package offline-directline before the bot at the address given: node offline-direct-line-server.ts PORT BOT_URL. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const express = createRequire(require.resolve('offline-directline'))('express') as () => unknown;
const { initializeRoutes } = require('offline-directline') as {
  initializeRoutes: (app: unknown, port: number, botUrl: string) => void;
};
const [port, botUrl] = process.argv.slice(2);
// It prints a line for every conversation.
console.log = () => {};
initializeRoutes(express(), Number(port), botUrl!);
