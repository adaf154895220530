import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** A file of the widget, held in memory in every encoding that browsers ask for. */
export interface WidgetAsset {
  /** Below the base path, e.g. `/widget.js`. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly bodies: Readonly<Record<Encoding, Buffer>>;
}

export type Encoding = 'br' | 'gzip' | 'identity';

/** What to send for an asset: the server writes it as it stands. */
export interface AssetAnswer {
  readonly status: 200 | 304;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer | null;
}

/** A year, and never asked for again: the content's hash is in the name. */
const forever = 'public, max-age=31536000, immutable';
/** Embedded under a fixed name: five minutes, then asked for again by its ETag. */
const shortly = 'public, max-age=300, stale-while-revalidate=86400';

/**
 * Compresses a file once, for as long as the process lives.
 * Without a `{hash}` in `path` the file may change under its name and is revalidated; with it, it never changes.
 */
export async function widgetAsset(path: string, contentType: string, text: string): Promise<WidgetAsset> {
  const identity = Buffer.from(text);
  const hash = contentHash(text);
  const [br, zipped] = await Promise.all([
    promisify(brotliCompress)(identity, { params: brotliParameters(identity.length) }),
    promisify(gzip)(identity, { level: 9 }),
  ]);
  return {
    path: path.replace('{hash}', hash),
    headers: {
      'content-type': `${contentType}; charset=utf-8`,
      'cache-control': path.includes('{hash}') ? forever : shortly,
      etag: `"${hash}"`,
      vary: 'accept-encoding',
      // A module script of another origin is fetched with CORS; the file holds nothing that is not public.
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
    },
    bodies: { br, gzip: zipped, identity },
  };
}

function brotliParameters(size: number) {
  return {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: size,
  };
}

/** Twelve hexadecimal digits of SHA-256: names a file by what is in it. */
export function contentHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Chooses encoding and status from the request's `accept-encoding` and `if-none-match`. */
export function answerAsset(
  asset: WidgetAsset,
  request: { readonly acceptEncoding?: string | undefined; readonly ifNoneMatch?: string | undefined },
): AssetAnswer {
  if (request.ifNoneMatch?.includes(asset.headers.etag!)) {
    return { status: 304, headers: asset.headers, body: null };
  }
  const encoding = encodingFor(request.acceptEncoding ?? '');
  const body = asset.bodies[encoding];
  return {
    status: 200,
    headers: {
      ...asset.headers,
      'content-length': String(body.length),
      ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
    },
    body,
  };
}

function encodingFor(accepted: string): Encoding {
  const offered = accepted
    .toLowerCase()
    .split(',')
    .map((part) => part.trim().split(/\s*;\s*/))
    .filter(([, weight]) => !/^q=0(\.0*)?$/.test(weight ?? ''))
    .map(([name]) => name);
  if (offered.includes('br')) return 'br';
  return offered.includes('gzip') ? 'gzip' : 'identity';
}
