import { enableCompileCache } from 'node:module';
import path from 'node:path';

// Halves the time that imports take from the second start on; where it cannot be written nothing is lost.
enableCompileCache(path.join(import.meta.dirname, '..', 'node_modules', '.cache', 'compiled'));

const { run } = await import('./run.ts');
await run();
