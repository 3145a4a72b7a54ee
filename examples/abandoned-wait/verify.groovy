import groovy.xml.XmlSlurper

// The build has failed, as it should. It must have failed for the one wait that nobody is left to end.
def suite = new XmlSlurper().parse(new File(basedir, 'target/surefire-reports/TEST-com.example.mail.MailerTest.xml'))
def results = suite.testcase.collectEntries { test ->
    [test.@name.text(), test.'*'.find { it.name() in ['failure', 'error', 'skipped'] }.@type.text()]
}

assert results == [
    sendsALetterSlowly: '',
    sendsALetterToNobody: 'io.github.liveliness.StallError',
    sendsAnotherLetter: ''
]

// Surefire's own threads and listeners must not hide the proof.
def report = suite.testcase.failure.@message.text()
assert report.startsWith('ABANDONED WAIT (proven)')
assert report.contains('Proof by two dumps of the heap')
