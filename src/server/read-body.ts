import type { IncomingMessage } from 'node:http';

/** Longest body accepted, bytes. */
export const maxBodyBytes = 64 * 1024;
/** Deepest nesting accepted: what is nested a thousand times can exhaust the stack of whoever walks it later. */
const maxDepth = 64;

export type Body = { readonly json: unknown } | { readonly fault: 'malformed' | 'too-large' | 'unsupported' };

/**
 * Reads a request's JSON. Encoded bodies are refused before a byte of them is decoded; one that is too large is not
 * read to its end. An empty body is `undefined`.
 */
export async function readBody(request: IncomingMessage): Promise<Body> {
  if (isEncoded(request)) return { fault: 'unsupported' };
  if (Number(request.headers['content-length'] ?? 0) > maxBodyBytes) return { fault: 'too-large' };
  const bytes = await readBytes(request);
  if (bytes === null) return { fault: 'too-large' };
  if (bytes.length === 0) return { json: undefined };
  if (!isJson(request.headers['content-type'])) return { fault: 'unsupported' };
  return parse(bytes.toString('utf8'));
}

/** Whether the body is said to be compressed or otherwise encoded. */
export function isEncoded({ headers }: IncomingMessage): boolean {
  const encoding = headers['content-encoding'];
  return encoding !== undefined && encoding.toLowerCase() !== 'identity';
}

function parse(text: string): Body {
  try {
    const json: unknown = JSON.parse(text);
    return isShallow(json) ? { json } : { fault: 'malformed' };
  } catch {
    return { fault: 'malformed' };
  }
}

function isJson(contentType: string | undefined): boolean {
  const [type, ...parameters] = (contentType ?? '').toLowerCase().split(';');
  if (type?.trim() !== 'application/json') return false;
  return parameters.every((parameter) => !/charset/.test(parameter) || /charset\s*=\s*"?utf-?8"?/.test(parameter));
}

function readBytes(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const onData = (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBodyBytes) {
        chunks.push(chunk);
        return;
      }
      request.off('data', onData);
      request.pause();
      resolve(null);
    };
    request.on('data', onData);
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
    // Made only where it is needed: an error's stack costs more than reading the body.
    request.once('close', () => {
      if (!request.complete) reject(new Error('the request was cut off'));
    });
  });
}

/** Level by level, without recursion; V8 parses without it as well. */
function isShallow(json: unknown): boolean {
  let level = [json].filter(isContainer);
  for (let depth = 1; level.length > 0; depth++) {
    if (depth > maxDepth) return false;
    level = level.flatMap((container): unknown[] => Object.values(container)).filter(isContainer);
  }
  return true;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
