export interface Config {
  scalardl?: {
    publish?: {
      /**
       * Folder on the backend's disk in which the action `scalardl:repository:write` creates
       * repositories. Without it the action is not registered.
       */
      directory?: string;
    };
    /**
     * Folder with the templates that repositories are rendered from, instead of the packed ones. Templates
     * are code that runs in the backend: name only a folder that you trust as much as the backend itself.
     */
    skeletonDirectory?: string;
  };
}
