import assert from 'node:assert/strict';
import { idsOf } from './shipped-understanding.ts';

describe('languages the assistant does not speak', () => {
  const wanted: readonly (readonly [string, string])[] = [
    ['emergency/danger', 'Aidez-moi, au secours, il y a un homme dans ma maison'],
    ['emergency/danger', 'au secours, il y a un homme armé devant chez moi'],
    ['emergency/danger', '救命'],
    ['emergency/danger', 'помогите пожалуйста'],
    ['emergency/suicide', '我不想活了'],
    ['report', 'je voudrais dénoncer un trafiquant'],
    ['report', '我要举报我的老板'],
    ['report', 'eu gostaria de denunciar uma pessoa que vende documentos'],
  ];
  for (const [id, text] of wanted) it(`are still seen to mean ${id}: ${text}`, () => assert.equal(idsOf(text)[0], id));
});
