// Loaded into what the tests start: whoever's parent is gone (killed, or the machine's owner lost patience) ends too, instead of holding memory for nobody.
const parent = process.ppid;
setInterval(() => process.ppid === parent || process.exit(1), 1_000).unref();
