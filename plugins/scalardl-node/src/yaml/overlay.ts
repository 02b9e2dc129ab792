/**
 * Merges an overlay into generated data: mappings are merged key by key, anything else (lists too) is
 * replaced. Neither argument is changed.
 */
export function mergeOverlay(base: unknown, overlay: unknown): unknown {
  if (!isMapping(base) || !isMapping(overlay)) return overlay;
  const keys = [...new Set([...Object.keys(base), ...Object.keys(overlay)])];
  // Object.fromEntries defines own keys, so that a key called __proto__ stays data.
  return Object.fromEntries(
    keys.map(key => [
      key,
      Object.hasOwn(overlay, key)
        ? mergeOverlay(ownValue(base, key), ownValue(overlay, key))
        : ownValue(base, key),
    ]),
  );
}

function isMapping(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function ownValue(mapping: Record<string, unknown>, key: string): unknown {
  return Object.getOwnPropertyDescriptor(mapping, key)?.value;
}
