import { mappingTemplateSchema, type MappingTemplate } from '../../shared/domain/column-mapping.ts';
import type { Database } from './database.ts';

export interface MappingStore {
  list(): readonly MappingTemplate[];
  /** Keeps a template, in place of an older one for the same header. */
  save(template: MappingTemplate): void;
  remove(header: readonly string[]): boolean;
}

/** The person's mappings of other networks' reports. */
export const createMappingStore = ({ connection }: Database): MappingStore => {
  const list = connection.prepare<[], string>('SELECT template FROM mappings ORDER BY header').pluck();
  const save = connection.prepare(
    'INSERT INTO mappings (header, template) VALUES (?, ?) ON CONFLICT (header) DO UPDATE SET template = excluded.template',
  );
  const remove = connection.prepare('DELETE FROM mappings WHERE header = ?');
  return {
    list: () => list.all().map(template => mappingTemplateSchema.parse(JSON.parse(template))),
    save: template => void save.run(JSON.stringify(template.header), JSON.stringify(template)),
    remove: header => remove.run(JSON.stringify(header)).changes > 0,
  };
};
