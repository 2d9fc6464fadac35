import { Contrib, Enums, Models, Serialize, Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { licenceOf } from './judge-licence.ts';
import type { ProductionGraph, ProductionPackage } from './production-graph.ts';

const SPEC = Spec.Spec1dot6;
const licenceFactory = new Contrib.License.Factories.LicenseFactory((expression) => !/^\s*$/.test(expression));

/** `pkg:npm/%40scope/name@version`. */
const purlOf = ({ name, version }: Pick<ProductionPackage, 'name' | 'version'>) =>
  `pkg:npm/${name.split('/').map(encodeURIComponent).join('/')}@${encodeURIComponent(version)}`;

/** The bill of materials of what runs in production, as CycloneDX JSON. The same lockfile gives the same text. Rejects when it breaks CycloneDX' schema. */
export async function makeSbom(
  { ours, packages }: ProductionGraph,
  platform: { name: string; version: string; description: string },
): Promise<string> {
  const root = new Models.Component(Enums.ComponentType.Application, platform.name, { ...platform, bomRef: platform.name });
  const components = new Map([...packages.values()].map((found) => [found.id, componentOf(found)]));
  for (const { id, dependencies } of packages.values())
    for (const dependency of dependencies) components.get(id)!.dependencies.add(components.get(dependency)!.bomRef);
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: root }) });
  for (const component of components.values()) bom.components.add(component);
  for (const [name, { version, dependencies }] of ours) {
    const component = new Models.Component(Enums.ComponentType.Library, name, { version, bomRef: name });
    component.licenses.add(licenceFactory.makeFromString('MIT'));
    for (const dependency of dependencies) component.dependencies.add(components.get(dependency)!.bomRef);
    root.dependencies.add(component.bomRef);
    bom.components.add(component);
  }
  const text = `${new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(SPEC)).serialize(bom, { sortLists: true, space: 2 })}\n`;
  const error = await new Validation.JsonStrictValidator(SPEC.version).validate(text);
  if (error) throw new Error(`The bill of materials breaks CycloneDX ${SPEC.version}: ${JSON.stringify(error)}`);
  return text;
}

function componentOf(found: ProductionPackage): Models.Component {
  const { id, name, version, integrity, manifest } = found;
  const [group, short] = name.startsWith('@') ? (name.split('/') as [string, string]) : [undefined, name];
  const component = new Models.Component(Enums.ComponentType.Library, short, {
    group,
    version,
    bomRef: id,
    purl: purlOf(found),
    description: manifest?.description,
  });
  if (manifest) component.licenses.add(licenceFactory.makeFromString(licenceOf(manifest)));
  // Not installed here: the binary of another platform, which the lockfile offers and that platform takes.
  else component.scope = Enums.ComponentScope.Optional;
  const sha512 = integrity?.startsWith('sha512-') ? Buffer.from(integrity.slice(7), 'base64').toString('hex') : undefined;
  if (sha512) component.hashes.set(Enums.HashAlgorithm['SHA-512'], sha512);
  return component;
}
