/**
 * A watermark names the last log entry delivered. Clients must treat it as opaque.
 * @returns the sequence to read after, 0 for none given; null for what no server of ours has given out
 */
export function readWatermark(watermark: string | undefined): number | null {
  // `-` is what Azure's stream addresses carry for "from the start".
  if (!watermark || watermark === '-') return 0;
  return /^\d{1,15}$/.test(watermark) ? Number(watermark) : null;
}

export function writeWatermark(sequence: number): string {
  return String(sequence);
}
