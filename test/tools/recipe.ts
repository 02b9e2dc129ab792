/** How one real tool is obtained. */
export interface Recipe {
  /** Exact version; the cache folder is named after it. */
  version: string;
  /** What is started, relative to the cache folder. */
  executable: string;
  /** Fills the folder. Throws a `SetupError` that says what is missing and what to install. */
  install(folder: string): Promise<void>;
  /** Arguments that make the tool print its version, which must then be `version`. */
  versionArguments: readonly string[];
}

/** A program that is looked for on this machine, and never fetched. */
export interface Search {
  find(): { path: string } | { reason: string };
}
