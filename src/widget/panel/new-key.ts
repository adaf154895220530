/** A name for a message that no other has: 128 random bits. (`crypto.randomUUID` exists on secure pages only.) */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
