package io.github.liveliness.blocking.probes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Archives that are files. */
final class ArchiveProbes {
    private static final String MANIFEST = JarFile.MANIFEST_NAME;

    private ArchiveProbes() {}

    static List<Probe> all() {
        return new ProbeGroup("archives")
                .blocks("new ZipFile", ArchiveProbes::zip, (zip, here) -> here.keep(new ZipFile(zip.toFile())))
                .blocks("new JarFile", ArchiveProbes::zip, (zip, here) -> here.keep(new JarFile(zip.toFile())))
                .blocks(
                        "ZipFile.getInputStream",
                        ArchiveProbes::open,
                        zip -> zip.getInputStream(zip.getEntry(MANIFEST)))
                .blocks("InputStream.readAllBytes (of a ZipFile)", ArchiveProbes::entry, InputStream::readAllBytes)
                .blocks("JarFile.getManifest", ArchiveProbes::open, JarFile::getManifest)
                .blocks(
                        "new GZIPInputStream",
                        here -> here.keep(new FileInputStream(gzip(here))),
                        (file, here) -> here.keep(new GZIPInputStream(file)))
                .blocks("ZipInputStream.getNextEntry", ArchiveProbes::stream, ZipInputStream::getNextEntry)
                .blocks(
                        "FileSystems.newFileSystem",
                        ArchiveProbes::zip,
                        (zip, here) -> here.keep(FileSystems.newFileSystem(zip)))
                .blocks("Files.readAllBytes (of a zip file system)", ArchiveProbes::zipped, Files::readAllBytes)
                .probes();
    }

    private static Path zip(Surroundings here) throws IOException {
        Path path = here.absent();
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(path))) {
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write("Manifest-Version: 1.0\n\n".getBytes(UTF_8));
        }
        return path;
    }

    private static String gzip(Surroundings here) throws IOException {
        String path = here.absent().toString();
        try (GZIPOutputStream gzip = new GZIPOutputStream(new FileOutputStream(path))) {
            gzip.write(1);
        }
        return path;
    }

    private static JarFile open(Surroundings here) throws IOException {
        return here.keep(new JarFile(zip(here).toFile()));
    }

    private static InputStream entry(Surroundings here) throws IOException {
        JarFile jar = open(here);
        return jar.getInputStream(jar.getEntry(MANIFEST));
    }

    private static ZipInputStream stream(Surroundings here) throws IOException {
        return here.keep(new ZipInputStream(new FileInputStream(zip(here).toFile())));
    }

    private static Path zipped(Surroundings here) throws IOException {
        FileSystem zip = here.keep(FileSystems.newFileSystem(zip(here)));
        return zip.getPath(MANIFEST);
    }
}
