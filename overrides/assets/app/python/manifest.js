/**
 * What the build put into `assets/runtime/`; this empty list is filled there.
 * @typedef {{ name: string, size: number, content?: () => Response }} Asset `content`: where it stands in the page
 * @typedef {{ folder: string, image: Asset | null, bundle: Asset[], info: object, worker: string }} Manifest
 * @type {Manifest}
 */
export const manifest = { folder: "", image: null, bundle: [], info: {}, worker: "" };
