import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Stage } from './stage.ts';
import { open, panel, say } from './visitor.ts';

const kept = path.join(import.meta.dirname, 'kept');
const visits = {
  en: ["What is ICE's mission?", 'I want to report a crime'],
  es: ['¿Cuál es la misión de ICE?', 'quiero denunciar un delito'],
} as const;

/**
 * Reads a whole conversation as a screen reader gets it (the accessibility tree) and compares it with a kept text.
 * With UPDATE_KEPT=true the texts are written anew, to be read before they are committed.
 */
export function accessibilityTree(stage: () => Stage): void {
  for (const lang of ['en', 'es'] as const) {
    it(`reads to a screen reader as it did when it was last read by a person: ${lang}`, async () => {
      const page = await stage().newPage();
      await page.goto(`${stage().bot}/?lang=${lang}`);
      await open(page);
      for (const text of visits[lang]) await say(page, text);
      const tree = `${await panel(page).ariaSnapshot()}\n`;
      const file = path.join(kept, `conversation-${lang}.txt`);
      if (process.env.UPDATE_KEPT === 'true' || !existsSync(file)) {
        mkdirSync(kept, { recursive: true });
        writeFileSync(file, tree);
      }
      assert.equal(tree, readFileSync(file, 'utf8'));
    });
  }
}
