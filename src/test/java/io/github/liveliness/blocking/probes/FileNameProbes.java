package io.github.liveliness.blocking.probes;

import java.io.File;
import java.io.IOException;
import java.util.List;

/** Files by {@code java.io}: whether they are there, what is in a folder, and what changes that. */
final class FileNameProbes {
    private FileNameProbes() {}

    static List<Probe> all() {
        ProbeGroup group = new ProbeGroup(FileProbes.GROUP);
        asking(group);
        changing(group);
        return group.probes();
    }

    private static void asking(ProbeGroup group) {
        group.blocks("File.exists", FileProbes::file, File::exists)
                .blocks("File.isFile", FileProbes::file, File::isFile)
                .blocks("File.isDirectory", FileProbes::file, File::isDirectory)
                .blocks("File.isHidden", FileProbes::file, File::isHidden)
                .blocks("File.canRead", FileProbes::file, File::canRead)
                .blocks("File.length", FileProbes::file, File::length)
                .blocks("File.lastModified", FileProbes::file, File::lastModified)
                .blocks("File.getCanonicalPath", FileProbes::file, File::getCanonicalPath)
                .blocks("File.getUsableSpace", FileProbes::file, File::getUsableSpace)
                .blocks("File.list", FileNameProbes::folder, folder -> folder.list())
                .blocks("File.listFiles", FileNameProbes::folder, folder -> folder.listFiles());
    }

    private static void changing(ProbeGroup group) {
        group.blocks("File.createNewFile", FileNameProbes::absent, File::createNewFile)
                .blocks(
                        "File.createTempFile",
                        FileNameProbes::folder,
                        folder -> File.createTempFile("probe", "", folder))
                .blocks("File.mkdir", FileNameProbes::absent, File::mkdir)
                .blocks("File.mkdirs", FileNameProbes::absent, absent -> new File(absent, "inner").mkdirs())
                .blocks("File.delete", FileProbes::file, File::delete)
                .blocks("File.renameTo", FileProbes::file, file -> file.renameTo(new File(file.getPath() + ".new")))
                .blocks("File.setLastModified", FileProbes::file, file -> file.setLastModified(1_000))
                .blocks("File.setWritable", FileProbes::file, file -> file.setWritable(true));
    }

    private static File folder(Surroundings here) throws IOException {
        return here.folder().toFile();
    }

    private static File absent(Surroundings here) {
        return here.absent().toFile();
    }
}
