/**
 * Where the service worker puts an invitation that another program shared with this site, until the page takes it.
 * @module
 */

/** Gives the name of the cache, and of what is in it. @param {string} home the address of the site's first page */
export const receivedAt = (home) => new URL("received-invitation", home).href;
