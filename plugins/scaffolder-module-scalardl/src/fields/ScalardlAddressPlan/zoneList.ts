/** Zones as a person types them: separated by commas or spaces. */
export function parseZones(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

export function formatZones(zones: readonly string[]): string {
  return zones.join(', ');
}

/** Zone letters of regions whose first three are not a, b and c for every account. */
const ZONE_LETTERS: Readonly<Record<string, string>> = {
  'ap-northeast-1': 'acd',
  'ca-central-1': 'abd',
};

/** Three zones to begin with; which zones an account has, only AWS can tell. */
export function likelyZones(region: string | undefined): string[] {
  if (!region) return [];
  const letters = ZONE_LETTERS[region] ?? 'abc';
  return [...letters].map(letter => `${region}${letter}`);
}
