package io.github.liveliness.agent;

import static io.github.liveliness.agent.boot.CallKind.CHANNEL;
import static io.github.liveliness.agent.boot.CallKind.DATAGRAM;
import static io.github.liveliness.agent.boot.CallKind.DNS;
import static io.github.liveliness.agent.boot.CallKind.FILE;
import static io.github.liveliness.agent.boot.CallKind.MONITOR;
import static io.github.liveliness.agent.boot.CallKind.PARK;
import static io.github.liveliness.agent.boot.CallKind.PINNED;
import static io.github.liveliness.agent.boot.CallKind.PROCESS;
import static io.github.liveliness.agent.boot.CallKind.SELECTOR;
import static io.github.liveliness.agent.boot.CallKind.SLEEP;
import static io.github.liveliness.agent.boot.CallKind.SOCKET;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Every method of the JDK that may block: the last ones in Java before the native ones. What people call, such as {@code
 * Files.readString}, comes to one of these, and the stack tells its name.
 */
final class BlockingTable {

    private static final String CHANNELS = "sun/nio/ch/";
    private static final String FILES = "sun/nio/fs/";

    private static final List<BlockingPoint> POINTS = List.of(
            BlockingPoint.of("java/lang/Thread", SLEEP, "sleep"),
            BlockingPoint.of("java/lang/Thread", MONITOR, "join"),
            BlockingPoint.of("java/util/concurrent/TimeUnit", SLEEP, "sleep"),
            BlockingPoint.of("java/util/concurrent/locks/LockSupport", PARK, "park", "parkNanos", "parkUntil"),
            BlockingPoint.of("java/lang/Object", MONITOR, "wait"),
            BlockingPoint.of("java/lang/ref/ReferenceQueue", MONITOR, "remove"),
            BlockingPoint.of(CHANNELS + "NioSocketImpl", SOCKET, "connect", "read", "write", "accept"),
            BlockingPoint.ofChannel(
                    CHANNELS + "SocketChannelImpl",
                    CHANNEL,
                    "connect",
                    "finishConnect",
                    "read",
                    "write",
                    "blockingConnect",
                    "blockingRead",
                    "blockingWriteFully"),
            BlockingPoint.ofChannel(CHANNELS + "ServerSocketChannelImpl", CHANNEL, "accept", "blockingAccept"),
            BlockingPoint.ofChannel(CHANNELS + "SourceChannelImpl", CHANNEL, "read"),
            BlockingPoint.ofChannel(CHANNELS + "SinkChannelImpl", CHANNEL, "write"),
            BlockingPoint.ofChannel(
                    CHANNELS + "DatagramChannelImpl", DATAGRAM, "receive", "blockingReceive", "read", "send", "write"),
            BlockingPoint.of(CHANNELS + "SelectorImpl", SELECTOR, "select"),
            BlockingPoint.of(
                    "java/net/InetAddress",
                    DNS,
                    "getAddressesFromNameService",
                    "getHostFromNameService",
                    "getLocalHost",
                    "isReachable"),
            BlockingPoint.of(
                            "java/io/FileInputStream",
                            FILE,
                            "open",
                            "read",
                            "readAllBytes",
                            "readNBytes",
                            "skip",
                            "available")
                    .andInSome("transferTo"),
            BlockingPoint.of("java/io/FileOutputStream", FILE, "open", "write"),
            BlockingPoint.of("java/io/FileDescriptor", FILE).andInSome("sync"),
            BlockingPoint.of("java/io/RandomAccessFile", FILE, "open", "read", "readFully", "write", "seek")
                    .andInSome("length", "setLength"),
            BlockingPoint.of(
                    "java/io/File",
                    FILE,
                    "exists",
                    "isFile",
                    "isDirectory",
                    "length",
                    "lastModified",
                    "list",
                    "listFiles",
                    "canRead",
                    "canWrite",
                    "createNewFile",
                    "delete",
                    "mkdir",
                    "mkdirs",
                    "renameTo",
                    "setLastModified",
                    "setReadable",
                    "setWritable",
                    "setExecutable",
                    "setReadOnly",
                    "canExecute",
                    "isHidden",
                    "getTotalSpace",
                    "getFreeSpace",
                    "getUsableSpace",
                    "createTempFile",
                    "getCanonicalPath"),
            BlockingPoint.of(
                    CHANNELS + "FileChannelImpl",
                    FILE,
                    "read",
                    "write",
                    "force",
                    "lock",
                    "tryLock",
                    "map",
                    "size",
                    "position",
                    "truncate",
                    "transferTo",
                    "transferFrom"),
            BlockingPoint.of(
                            FILES + "UnixFileSystemProvider",
                            FILE,
                            "newByteChannel",
                            "newFileChannel",
                            "newAsynchronousFileChannel",
                            "newDirectoryStream",
                            "createDirectory",
                            "createSymbolicLink",
                            "createLink",
                            "implDelete",
                            "copy",
                            "move",
                            "checkAccess",
                            "isSameFile",
                            "isHidden",
                            "readAttributes",
                            "exists",
                            "getFileStore",
                            "readSymbolicLink")
                    .andInSome(
                            "readAttributesIfExists",
                            "isDirectory",
                            "isRegularFile",
                            "isReadable",
                            "isWritable",
                            "isExecutable")
                    .onSomeSystems(),
            BlockingPoint.of(FILES + "AbstractFileSystemProvider", FILE, "delete", "deleteIfExists"),
            BlockingPoint.of(FILES + "UnixFileAttributeViews$Basic", FILE, "readAttributes", "setTimes")
                    .onSomeSystems(),
            BlockingPoint.of(FILES + "UnixFileAttributeViews$Posix", FILE, "readAttributes", "setOwner", "getOwner")
                    .onSomeSystems(),
            BlockingPoint.of(FILES + "UnixPath", FILE, "toRealPath").onSomeSystems(),
            BlockingPoint.of(FILES + "UnixDirectoryStream$UnixDirectoryIterator", FILE, "hasNext", "next")
                    .onSomeSystems(),
            BlockingPoint.of("java/lang/ProcessBuilder", PROCESS, "start"),
            BlockingPoint.of("java/lang/VirtualThread", PINNED, "parkOnCarrierThread")
                    .since(21));

    private final Map<String, List<BlockingPoint>> byType;

    BlockingTable(List<BlockingPoint> points) {
        this.byType = points.stream().collect(Collectors.groupingBy(BlockingPoint::type));
    }

    static BlockingTable ofTheJdk() {
        return new BlockingTable(
                POINTS.stream().filter(BlockingPoint::isInThisJdk).toList());
    }

    /** The methods to be hooked in the class of this internal name, if there are any. */
    List<BlockingPoint> of(String type) {
        return byType.getOrDefault(type, List.of());
    }

    /** The internal names of all classes that are listed. */
    Set<String> types() {
        return byType.keySet();
    }
}
