/**
 * Which fields a case has; the build derives them from the engine's own dataclass and fills this in.
 * @typedef {{ [name: string]: { most?: number, of?: Shape, carried?: boolean } }} Shape `most` items where it is a list
 * @type {Shape}
 */
export const shape = {};
