import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import {
  mappedFields,
  type MappingTemplate,
  mappingTemplateSchema,
} from '../../../shared/domain/column-mapping.ts';
import { ask } from '../../asking/ask.ts';
import { Failed } from '../../asking/failed.tsx';
import { useAnswer } from '../../asking/use-answer.ts';
import { DataTable } from '../../components/data-table.tsx';
import { Panel } from '../../components/panel.tsx';
import { saveText } from '../../components/save-text.ts';
import { fieldLabels, reportsWords } from '../../words/reports-words.ts';

const columns = [
  { title: 'Template', align: 'left' },
  { title: 'Columns it reads', align: 'left' },
  { title: 'Save or remove', align: 'right' },
] as const;

const columnWords = ({ mapping }: MappingTemplate): string =>
  mappedFields
    .flatMap(field => (mapping.columns[field] ? [`${fieldLabels[field]}: ${mapping.columns[field]}`] : []))
    .join('; ');

const fileName = ({ mapping }: MappingTemplate): string =>
  `Forkcast template ${mapping.name.replaceAll(/[^\p{L}\p{N} _-]/gu, '')}.json`;

/** Reads a template file; says so when it is none. */
const readTemplate = async (file: File): Promise<MappingTemplate | null> => {
  try {
    const parsed = mappingTemplateSchema.safeParse(JSON.parse(await file.text()));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
};

const useTemplates = () => {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['mapping.list'] });
  return {
    save: useMutation({
      mutationFn: (template: MappingTemplate) => ask('mapping.save', template),
      onSuccess,
    }),
    remove: useMutation({
      mutationFn: ({ header }: MappingTemplate) => ask('mapping.remove', { header: [...header] }),
      onSuccess,
    }),
  };
};

const ImportTemplate = ({ onTemplate }: { readonly onTemplate: (template: MappingTemplate) => void }) => {
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File): Promise<void> => {
    const template = await readTemplate(file);
    if (template) onTemplate(template);
    else notifications.show({ color: 'red', message: reportsWords.noTemplate });
  };
  return (
    <>
      <Button size="xs" variant="default" onClick={() => input.current?.click()}>
        {reportsWords.importTemplate}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept=".json"
        aria-label={reportsWords.templateFile}
        onChange={event => {
          const file = event.currentTarget.files?.[0];
          event.currentTarget.value = '';
          if (!file) return;
          void take(file);
        }}
      />
    </>
  );
};

/** The person's mappings of other networks' reports: each knows its next file by its header. */
export const TemplateList = () => {
  const templates = useAnswer('mapping.list', {});
  const { save, remove } = useTemplates();
  if (templates.isPending) return null;
  if (templates.isError) return <Failed error={templates.error} retry={() => void templates.refetch()} />;
  const failed = [save, remove].find(({ isError }) => isError);
  return (
    <Panel
      title={reportsWords.templates}
      aside={<ImportTemplate onTemplate={template => save.mutate(template)} />}
    >
      {failed && <Failed error={failed.error} onClose={failed.reset} />}
      {templates.data.length === 0 ? (
        <p className="hint" style={{ margin: 0 }}>
          {reportsWords.templatesHint}
        </p>
      ) : (
        <DataTable
          caption={reportsWords.templates}
          quietCaption
          columns={columns}
          rows={templates.data.map(template => [
            template.mapping.name,
            columnWords(template),
            <Group key="do" gap={6} justify="flex-end" wrap="nowrap">
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`${reportsWords.saveTemplate} ${template.mapping.name}`}
                onClick={() =>
                  saveText(fileName(template), `${JSON.stringify(template, null, 2)}\n`, 'application/json')
                }
              >
                {reportsWords.saveTemplate}
              </Button>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={`${reportsWords.removeTemplate} ${template.mapping.name}`}
                onClick={() => remove.mutate(template)}
              >
                {reportsWords.removeTemplate}
              </Button>
            </Group>,
          ])}
        />
      )}
    </Panel>
  );
};
