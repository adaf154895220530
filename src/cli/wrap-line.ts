/**
 * Breaks a line between words, so that a terminal does not break it inside them. Words longer than `width` (addresses)
 * stay whole; the lines after the first are indented under a leading `> ` or `- `.
 */
export function wrapLine(line: string, width: number): readonly string[] {
  const [lead = ''] = /^[>-] /.exec(line) ?? [];
  const rows: string[] = [];
  let row = lead;
  for (const word of line.slice(lead.length).split(' ')) {
    const starts = row === lead || row.trim() === '';
    if (!starts && row.length + 1 + word.length > width) {
      rows.push(row);
      row = lead === '> ' ? '> ' : ' '.repeat(lead.length);
      row += word;
    } else row += starts ? word : ` ${word}`;
  }
  return [...rows, row];
}
