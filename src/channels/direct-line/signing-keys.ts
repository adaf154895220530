import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { AnswerlineError } from '../../errors.ts';

const fileName = 'direct-line.key';

/**
 * The configured keys, or one made at the first start and kept under the data folder, readable by its owner alone,
 * so that conversations outlive a restart.
 * @throws AnswerlineError `CONFIG_INVALID` where the folder cannot be written or the file is damaged
 */
export async function signingKeys(configured: readonly string[], dataDir: string): Promise<readonly string[]> {
  if (configured.length > 0) return configured;
  const file = path.join(dataDir, fileName);
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    // `wx`: of two processes that start at once, one makes the key and both then read the same one.
    await writeFile(file, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 }).catch((error) => {
      if (error.code !== 'EEXIST') throw error;
    });
    const key = (await readFile(file, 'utf8')).trim();
    if (key.length >= 32) return [key];
  } catch (cause) {
    throw new AnswerlineError(
      'CONFIG_INVALID',
      `DATA_DIR: ${file} cannot be made or read: make the folder writable, or set DIRECT_LINE_SIGNING_KEY.`,
      { cause },
    );
  }
  throw new AnswerlineError('CONFIG_INVALID', `DATA_DIR: ${file} holds no key of 32 characters or more: delete it.`);
}
