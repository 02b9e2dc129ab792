const COMMIT = /^[0-9a-f]{40}$/;
const RELEASE_TAG = /^v\d+\.\d+\.\d+$/;

/**
 * Whether a reference always means the same code: a commit, a file of this repository, or an image by
 * digest. A release tag is enough for the project's own actions, whose tags are never moved.
 *
 * @param own - `OWNER/REPOSITORY` of the project's own actions
 */
export function isPinned(reference: string, own: string | undefined): boolean {
  if (reference.startsWith('./')) return true;
  if (reference.startsWith('docker://')) {
    return /@sha256:[0-9a-f]{64}$/.test(reference);
  }
  const at = reference.lastIndexOf('@');
  const [name, revision] = [reference.slice(0, at), reference.slice(at + 1)];
  if (at < 0) return false;
  if (COMMIT.test(revision)) return true;
  return isOf(name, own) && RELEASE_TAG.test(revision);
}

/** Whether an action stands in the repository; GitHub's names know no capital letters. */
function isOf(action: string, repository: string | undefined): boolean {
  if (!repository) return false;
  const name = action.toLowerCase();
  const own = repository.toLowerCase();
  return name === own || name.startsWith(`${own}/`);
}
