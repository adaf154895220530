import { isCollection, isPair, isScalar } from 'yaml';

/** A key and where it stands in the text. */
export interface PlacedKey {
  readonly key: string;
  readonly offset: number;
}

/**
 * Keys that stand twice in one mapping, at any depth. The yaml library can look for them too, but in time that grows
 * with their square.
 */
export function doubleKeys(node: unknown): PlacedKey[] {
  if (!isCollection(node)) return [];
  const found: PlacedKey[] = [];
  const seen = new Set<string>();
  for (const item of node.items) {
    if (!isPair(item)) {
      found.push(...doubleKeys(item));
      continue;
    }
    const key = String(item.key);
    if (seen.has(key)) found.push({ key, offset: isScalar(item.key) ? (item.key.range?.[0] ?? 0) : 0 });
    seen.add(key);
    found.push(...doubleKeys(item.value));
  }
  return found;
}
