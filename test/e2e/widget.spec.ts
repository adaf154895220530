import { embedding } from './embedding.ts';
import { remembering } from './remembering.ts';
import { type Stage, setStage } from './stage.ts';
import { talking } from './talking.ts';

describe('the widget in a browser', function () {
  this.timeout(60_000);
  let stage: Stage;
  before(async () => {
    stage = await setStage();
  });
  afterEach(() => stage.reset());
  after(() => stage.close());

  const current = () => stage;
  describe('on the page of an agency', () => embedding(current));
  describe('in a conversation', () => talking(current));
  describe('from page to page', () => remembering(current));
});
