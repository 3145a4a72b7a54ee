package io.github.liveliness.pressure;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.IllegalConnectorArgumentsException;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import io.github.liveliness.testing.RunningJvm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A debugger that has one breakpoint, at the beginning of a method. */
final class DebugSession implements AutoCloseable {
    /** For a JVM that needs no debugger. */
    static final String AGENT_ALONE = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0";

    /** For a JVM that waits for its debugger before it runs anything. */
    static final String AGENT = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y,address=127.0.0.1:0";

    private static final String LISTENING = "Listening for transport dt_socket at address: ";

    private final VirtualMachine machine;
    private final String type;
    private final String method;
    private final int policy;

    private DebugSession(VirtualMachine machine, String type, String method, int policy) {
        this.machine = machine;
        this.type = type;
        this.method = method;
        this.policy = policy;
    }

    /**
     * Attaches itself, and has the JVM run.
     *
     * @param policy which threads the breakpoint suspends, as in {@link EventRequest}
     */
    static DebugSession attach(RunningJvm jvm, Class<?> type, String method, int policy) throws IOException {
        String port = jvm.awaitLines(1, LISTENING).get(0).substring(LISTENING.length());
        DebugSession session = new DebugSession(connect(port), type.getName(), method, policy);
        session.awaitClass();
        session.machine.resume();
        return session;
    }

    private static VirtualMachine connect(String port) throws IOException {
        AttachingConnector sockets = Bootstrap.virtualMachineManager().attachingConnectors().stream()
                .filter(connector -> connector.name().equals("com.sun.jdi.SocketAttach"))
                .findFirst()
                .orElseThrow();
        Map<String, Connector.Argument> arguments = sockets.defaultArguments();
        arguments.get("hostname").setValue("127.0.0.1");
        arguments.get("port").setValue(port.strip());
        try {
            return sockets.attach(arguments);
        } catch (IllegalConnectorArgumentsException e) {
            throw new IllegalStateException(e);
        }
    }

    private void awaitClass() {
        ClassPrepareRequest request = machine.eventRequestManager().createClassPrepareRequest();
        request.addClassFilter(type);
        request.setSuspendPolicy(EventRequest.SUSPEND_ALL);
        request.enable();
    }

    /** Waits until the breakpoint was hit so often; the threads that hit it are suspended then. */
    List<ThreadReference> awaitHits(int hits) throws InterruptedException {
        List<ThreadReference> threads = new ArrayList<>();
        while (threads.size() < hits) {
            EventSet events = machine.eventQueue().remove();
            boolean hit = false;
            for (Event event : events) {
                if (event instanceof ClassPrepareEvent prepared) {
                    breakIn(prepared.referenceType());
                } else if (event instanceof BreakpointEvent breakpoint) {
                    threads.add(breakpoint.thread());
                    hit = true;
                }
            }
            if (!hit) {
                events.resume();
            }
        }
        return threads;
    }

    private void breakIn(ReferenceType prepared) {
        BreakpointRequest request = machine.eventRequestManager()
                .createBreakpointRequest(prepared.methodsByName(method).get(0).location());
        request.setSuspendPolicy(policy);
        request.enable();
    }

    /** Lets every thread run again. */
    void goOn() {
        machine.resume();
    }

    @Override
    public void close() {
        try {
            machine.dispose();
        } catch (VMDisconnectedException hasEnded) {
            // Then nothing is left to let go.
        }
    }
}
