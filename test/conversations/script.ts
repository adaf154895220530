import type { ChannelTraits, TurnEvent } from '../../src/conversation/turn.ts';
import type { Lang } from '../../src/knowledge/knowledge.ts';

/**
 * A scripted conversation, read from lines:
 *
 *     # Name of the conversation
 *     @ teams group es        where and how it is held (web unless told)
 *     (welcome)               the visitor arrives
 *     V: words                the visitor writes
 *     A: answer, handoff      kinds replied with, in order ("A:" alone: nothing)
 *     ^ words                 the reply begins with them
 *     ~ words                 the reply holds them
 *     ! words                 the reply does not hold them
 *     > words                 a passage of the page holds them
 *     [label]                 this chip is offered
 *     = replies-only          what may be kept of the turn
 */
export interface Script {
  readonly file: string;
  readonly name: string;
  readonly channel: ChannelTraits;
  readonly lang: Lang | null;
  readonly turns: readonly ScriptedTurn[];
}

export interface ScriptedTurn {
  readonly line: number;
  readonly event: TurnEvent;
  readonly expected: readonly { readonly mark: string; readonly text: string }[];
}

export function readScript(file: string, text: string): readonly Script[] {
  const scripts: { file: string; name: string; settings: string[]; turns: MutableTurn[] }[] = [];
  text.split('\n').forEach((raw, at) => {
    const line = raw.trim();
    const [mark, rest] = line.startsWith('[') ? ['[', line.slice(1, -1)] : split(line);
    const script = scripts.at(-1);
    const where = `${file}:${at + 1}`;
    if (line === '') return;
    if (mark === '#') {
      scripts.push({ file, name: `${path(file)}: ${rest}`, settings: [], turns: [] });
      return;
    }
    if (!script) throw new Error(`${where}: a script begins with "# name"`);
    if (mark === '@') script.settings.push(...rest.split(' '));
    else if (mark === 'V:') script.turns.push({ line: at + 1, event: { type: 'message', text: rest }, expected: [] });
    else if (line === '(welcome)') script.turns.push({ line: at + 1, event: { type: 'welcome' }, expected: [] });
    else if (line === '(attachment)') script.turns.push({ line: at + 1, event: { type: 'attachment' }, expected: [] });
    else {
      const turn = script.turns.at(-1);
      if (!turn || !marks.has(mark)) throw new Error(`${where}: cannot be read: ${line}`);
      turn.expected.push({ mark, text: rest });
    }
  });
  return scripts.map(({ settings, ...script }) => ({ ...script, ...readSettings(settings) }));
}

interface MutableTurn extends ScriptedTurn {
  readonly expected: { readonly mark: string; readonly text: string }[];
}

const marks = new Set(['A:', '^', '~', '!', '>', '[', '=']);

function split(line: string): [string, string] {
  const space = line.indexOf(' ');
  return space < 0 ? [line, ''] : [line.slice(0, space), line.slice(space + 1).trim()];
}

function path(file: string): string {
  return file.replace(/\.txt$/, '').replaceAll('-', ' ');
}

function readSettings(settings: readonly string[]): Pick<Script, 'channel' | 'lang'> {
  const names = ['web', 'azure', 'teams', 'cli', 'other'] as const;
  const name = names.find((each) => settings.includes(each)) ?? 'web';
  return {
    channel: { name, group: settings.includes('group'), keepsMessages: name === 'teams' || name === 'azure' },
    lang: settings.includes('es') ? 'es' : settings.includes('en') ? 'en' : null,
  };
}
