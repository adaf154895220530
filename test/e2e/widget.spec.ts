import { accessibilityTree } from './accessibility-tree.ts';
import { accessibleStates } from './accessible-states.ts';
import { embedding } from './embedding.ts';
import { keyboardAndScreen } from './keyboard-and-screen.ts';
import { leaving } from './leaving.ts';
import { remembering } from './remembering.ts';
import { type Stage, setStage } from './stage.ts';
import { talking } from './talking.ts';
import { troubles } from './troubles.ts';

describe('the widget in a browser', function () {
  this.timeout(60_000);
  let stage: Stage;
  before(async function () {
    // The understanding is trained, and the browser unpacked, on whatever machine this is.
    this.timeout(240_000);
    stage = await setStage();
  });
  afterEach(() => stage.reset());
  after(() => stage?.close());

  const current = () => stage;
  describe('on the page of an agency', () => embedding(current));
  describe('in a conversation', () => talking(current));
  describe('from page to page', () => remembering(current));
  describe('in trouble', () => troubles(current));
  describe('at the end', () => leaving(current));
  describe('for everyone', () => {
    accessibleStates(current);
    keyboardAndScreen(current);
    accessibilityTree(current);
  });
});
