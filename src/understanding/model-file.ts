import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { z } from 'zod';
import type { Model } from './classifier.ts';

const FORMAT = 2;

const header = z.object({
  format: z.literal(FORMAT),
  labels: z.array(z.string()).min(1),
  features: z.number().int().positive(),
  vocabulary: z.string(),
  temperature: z.number().positive(),
});

/**
 * A model as bytes: the length of a JSON header, the header, then scales, biases (float32, little-endian) and weights
 * (int8, feature-major), compressed by Brotli. Weights are rounded to 1/127 of their label's largest.
 */
export function encodeModel(model: Model): Buffer {
  const { weights, scales } = quantised(model);
  const features = weights.length / model.labels.length;
  const head = Buffer.from(
    JSON.stringify({
      format: FORMAT,
      labels: model.labels,
      features,
      vocabulary: model.vocabulary.join(' '),
      temperature: model.temperature,
    }),
  );
  const length = Buffer.alloc(4);
  length.writeUInt32LE(head.length);
  const body = Buffer.concat([length, head, floatBytes(scales), floatBytes(model.bias), Buffer.from(weights.buffer)]);
  return brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });
}

/** Reads what `encodeModel` wrote; null for anything else (another format, a damaged file). */
export function decodeModel(bytes: Buffer): Model | null {
  try {
    const body = brotliDecompressSync(bytes, { maxOutputLength: 1 << 28 });
    const start = 4 + body.readUInt32LE(0);
    const head = header.parse(JSON.parse(body.toString('utf8', 4, start)));
    const count = head.labels.length;
    const weightsAt = start + 8 * count;
    if (body.length !== weightsAt + head.features * count) return null;
    return {
      labels: head.labels,
      temperature: head.temperature,
      vocabulary: head.vocabulary.split(' ').filter(Boolean),
      scales: floats(body.subarray(start, start + 4 * count)),
      bias: floats(body.subarray(start + 4 * count, weightsAt)),
      weights: new Int8Array(body.buffer, body.byteOffset + weightsAt, head.features * count),
    };
  } catch {
    return null;
  }
}

function quantised(model: Model): { weights: Int8Array; scales: Float32Array } {
  const count = model.labels.length;
  if (model.weights instanceof Int8Array) return { weights: model.weights, scales: model.scales };
  const scales = new Float32Array(count);
  model.weights.forEach((weight, at) => {
    const size = Math.abs(weight) / 127;
    if (size > scales[at % count]!) scales[at % count] = size;
  });
  const weights = Int8Array.from(model.weights, (weight, at) => Math.round(weight / (scales[at % count] || 1)));
  return { weights, scales };
}

function floatBytes(values: Float32Array): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeFloatLE(value, i * 4);
  return bytes;
}

function floats(bytes: Buffer): Float32Array {
  return Float32Array.from({ length: bytes.length / 4 }, (_, i) => bytes.readFloatLE(i * 4));
}
