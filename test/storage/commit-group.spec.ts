import assert from 'node:assert/strict';
import { createCommitGroup } from '../../src/storage/commit-group.ts';

describe('a commit group', () => {
  it('does together what comes at about the same time', async () => {
    const log: string[] = [];
    const group = createCommitGroup((work) => {
      log.push('begin');
      work();
      log.push('commit');
    });
    await Promise.all(['a', 'b', 'c'].map((name) => group.add(() => log.push(name))));
    await group.add(() => log.push('d'));
    assert.deepEqual(log, ['begin', 'a', 'b', 'c', 'commit', 'begin', 'd', 'commit']);
  });

  it('fails nobody for another', async () => {
    const done: string[] = [];
    const group = createCommitGroup((work) => {
      const before = [...done];
      try {
        work();
      } catch (error) {
        done.splice(0, done.length, ...before);
        throw error;
      }
    });
    const results = await Promise.allSettled([
      group.add(() => done.push('a')),
      group.add(() => {
        done.push('half of b');
        throw new Error('no room');
      }),
      group.add(() => done.push('c')),
    ]);
    assert.deepEqual(
      results.map(({ status }) => status),
      ['fulfilled', 'rejected', 'fulfilled'],
    );
    assert.deepEqual(done, ['a', 'c']);
  });

  it('does at once what waits, when told to', () => {
    const done: string[] = [];
    const group = createCommitGroup((work) => work());
    void group.add(() => done.push('a'));
    group.flush();
    assert.deepEqual(done, ['a']);
    group.flush();
    assert.deepEqual(done, ['a']);
  });
});
