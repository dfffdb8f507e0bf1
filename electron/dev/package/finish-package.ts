import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { flipFuses, FuseV1Options, FuseVersion, type FuseV1Config } from '@electron/fuses';

/** Every fuse that Electron has, stated; one that a new Electron adds fails the packaging until someone has decided. */
export const fuses: FuseV1Config = {
  version: FuseVersion.V1,
  strictlyRequireAllFuses: true,
  resetAdHocDarwinSignature: true,
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  [FuseV1Options.WasmTrapHandlers]: true,
};

export interface Packed {
  readonly appOutDir: string;
  readonly electronPlatformName: string;
  readonly packager: {
    readonly executableName?: string;
    readonly appInfo: { readonly productFilename: string };
  };
}

const placesOf = ({ appOutDir, electronPlatformName, packager }: Packed) => {
  const name = packager.appInfo.productFilename;
  switch (electronPlatformName) {
    case 'darwin':
      return {
        executable: join(appOutDir, `${name}.app`),
        resources: join(appOutDir, `${name}.app`, 'Contents', 'Resources'),
      };
    case 'win32':
      return { executable: join(appOutDir, `${name}.exe`), resources: join(appOutDir, 'resources') };
    default:
      return {
        executable: join(appOutDir, packager.executableName ?? name),
        resources: join(appOutDir, 'resources'),
      };
  }
};

/** Before signing: no way around our own archive, and every fuse set. */
export const finishPackage = async (packed: Packed): Promise<void> => {
  const { executable, resources } = placesOf(packed);
  await rm(join(resources, 'default_app.asar'), { force: true });
  await flipFuses(executable, fuses);
};
