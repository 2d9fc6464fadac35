import { ConfigError } from '@customerai/service';

/** A model folder that is not what training made. The message names the file and the remedy. */
export class DamagedModel extends ConfigError {
  override name = 'DamagedModel';
  readonly file: string;
  readonly problem: string;
  constructor(file: string, problem: string, options?: ErrorOptions) {
    super(`The model file ${file} ${problem}. Restore models/ from the repository or retrain the model (training/README.md).`, options);
    this.file = file;
    this.problem = problem;
  }
}
