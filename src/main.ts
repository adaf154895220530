import './check-node.mjs';

const { run } = await import('./run.ts');
await run();
