/** What we are, to whoever asks over the Open Inference Protocol. */
export const SERVER = { name: 'customerai', version: '0.1.0', extensions: ['model_repository'] };
