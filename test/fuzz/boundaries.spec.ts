import { type Boundary, openBoundaries } from './boundaries.ts';

describe('random input at every boundary', () => {
  let opened: { readonly boundaries: readonly Boundary[]; close(): Promise<void> };
  before(async function () {
    this.timeout(60_000);
    opened = await openBoundaries();
  });
  after(() => opened.close());

  it('breaks none of them', async () => {
    for (const { check } of opened.boundaries) await check(60);
  }).timeout(120_000);
});
