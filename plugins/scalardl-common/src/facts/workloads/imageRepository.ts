/** An image's repository: its name without tag and digest. */
export function imageRepository(image: string): string {
  return image.replace(/@sha256:.*$/, '').replace(/:[^:/]*$/, '');
}

/** Whether a repository is the one that was named, or stands below it; a name ends at a slash, never within a word. */
export function isWithin(repository: string, named: string): boolean {
  const folder = named.endsWith('/') ? named : `${named}/`;
  return `${repository}/`.startsWith(folder);
}
