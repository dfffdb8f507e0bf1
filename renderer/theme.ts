import {
  Badge,
  Button,
  createTheme,
  Drawer,
  type CSSVariablesResolver,
  Input,
  Modal,
  Notification,
  NumberInput,
  Select,
  Slider,
  Tooltip,
} from '@mantine/core';

/** A dialog's header element would count as a second banner of the page. */
const dialogProps = {
  closeButtonProps: { 'aria-label': 'Close' },
  attributes: { header: { role: 'presentation' } },
  styles: { title: { fontSize: 17, fontWeight: 600 } },
};

/** Shade 8 and darker text: Mantine's own choices miss the contrast that small text needs. */
export const theme = createTheme({
  colors: {
    // Mantine's own dark greys are neutral; these lean to the blue of the surfaces.
    dark: [
      '#e3e6ee',
      '#c9cedb',
      '#a9b0c0',
      '#7d8598',
      '#4d5566',
      '#3a4150',
      '#232833',
      '#1b1e26',
      '#14171e',
      '#0f1116',
    ],
  },
  primaryColor: 'indigo',
  primaryShade: { light: 8, dark: 8 },
  fontFamily: '"Inter", system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif',
  headings: { fontFamily: 'inherit', fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Badge: Badge.extend({ defaultProps: { variant: 'outline', radius: 'sm', tt: 'none' } }),
    Button: Button.extend({ defaultProps: { fw: 600 } }),
    Input: Input.extend({ defaultProps: { size: 'sm' } }),
    Drawer: Drawer.extend({ defaultProps: dialogProps }),
    Modal: Modal.extend({ defaultProps: dialogProps }),
    Notification: Notification.extend({
      defaultProps: {
        closeButtonProps: { 'aria-label': 'Close' },
        styles: { description: { color: 'var(--fc-muted)' } },
      },
    }),
    NumberInput: NumberInput.extend({ defaultProps: { hideControls: true } }),
    Select: Select.extend({ defaultProps: { allowDeselect: false, comboboxProps: { shadow: 'md' } } }),
    Slider: Slider.extend({ defaultProps: { size: 5, thumbSize: 18, label: null } }),
    Tooltip: Tooltip.extend({
      defaultProps: {
        multiline: true,
        maw: 340,
        withArrow: true,
        events: { hover: true, focus: true, touch: true },
      },
    }),
  },
});

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#f6f7fa',
    '--mantine-color-text': '#20242e',
    '--mantine-color-dimmed': '#565d6d',
    '--mantine-color-placeholder': '#626a7a',
    '--mantine-color-error': 'var(--mantine-color-red-9)',
    '--mantine-color-anchor': 'var(--mantine-color-indigo-8)',
    '--mantine-color-default-border': '#c3c9d6',
  },
  dark: {
    '--mantine-color-body': '#12141a',
    '--mantine-color-text': '#e3e6ee',
    '--mantine-color-dimmed': '#a9b0c0',
    '--mantine-color-placeholder': '#9aa2b4',
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-anchor': 'var(--mantine-color-indigo-3)',
    '--mantine-color-default': '#20242e',
    '--mantine-color-default-border': '#434a5a',
  },
});
