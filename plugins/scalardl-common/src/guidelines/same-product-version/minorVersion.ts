/** Major and minor number of a tag, of a whole version only: what `latest` or `3` stands for changes. */
export function minorVersion(tag: string | undefined): string | undefined {
  return /^v?(\d+\.\d+)(?:\.\d+)?(?:[-+].*)?$/.exec(tag ?? '')?.[1];
}
