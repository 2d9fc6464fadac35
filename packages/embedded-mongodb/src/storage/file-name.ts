/** The one file of a directory; SQLite's `-wal` lies beside it while the server runs. */
export const FILE_NAME = 'embedded-mongodb.sqlite';
