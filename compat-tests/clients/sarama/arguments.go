package main

import (
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/Shopify/sarama"
)

// sarama speaks what it is told the broker is; this is the newest that Debian's knows.
var protocolVersion = sarama.MaxVersion

// arguments holds those of every operation; JSON fills what came.
type arguments struct {
	Handle     int                    `json:"handle"`
	Config     map[string]interface{} `json:"config"`
	Topic      string                 `json:"topic"`
	Topics     json.RawMessage        `json:"topics"`
	Records    []record               `json:"records"`
	TimeoutMs  int                    `json:"timeout_ms"`
	MaxRecords int                    `json:"max_records"`
	Partitions [][]interface{}        `json:"partitions"`
	Partition  int32                  `json:"partition"`
	Offset     interface{}            `json:"offset"`
	Offsets    [][]interface{}        `json:"offsets"`
	Times      [][]interface{}        `json:"times"`

	Name         string             `json:"name"`
	Kind         string             `json:"kind"`
	Count        int32              `json:"count"`
	Configs      map[string]*string `json:"configs"`
	Group        string             `json:"group"`
	Groups       []string           `json:"groups"`
	ValidateOnly bool               `json:"validate_only"`
}

// record as it travels in JSON; nil slices are null.
type record struct {
	Key        []byte      `json:"k"`
	Value      []byte      `json:"v"`
	Headers    [][]*string `json:"h"`
	Partition  *int32      `json:"p"`
	Timestamp  *int64      `json:"ts"`
	Topic      string      `json:"t,omitempty"`
	Offset     int64       `json:"o"`
	AppendTime bool        `json:"append_time"`
}

type place struct {
	topic     string
	partition int32
}

func placeOf(parts []interface{}) (place, error) {
	if len(parts) >= 2 {
		topic, isText := parts[0].(string)
		number, isNumber := parts[1].(float64)
		if isText && isNumber {
			return place{topic, int32(number)}, nil
		}
	}
	return place{}, failure{"BAD_ARGUMENT", fmt.Sprint(parts)}
}

// offsetOf reads a number, "beginning" or "end".
func offsetOf(value interface{}) (int64, error) {
	switch one := value.(type) {
	case float64:
		return int64(one), nil
	case string:
		if one == "beginning" {
			return sarama.OffsetOldest, nil
		}
		if one == "end" {
			return sarama.OffsetNewest, nil
		}
	}
	return 0, failure{"BAD_ARGUMENT", fmt.Sprint("offset ", value)}
}

func text(value interface{}) string {
	if number, isNumber := value.(float64); isNumber && number == math.Trunc(number) {
		return strconv.FormatInt(int64(number), 10)
	}
	return fmt.Sprint(value)
}

func milliseconds(value interface{}) time.Duration {
	number, _ := strconv.ParseInt(text(value), 10, 64)
	return time.Duration(number) * time.Millisecond
}

var codecs = map[string]sarama.CompressionCodec{
	"none": sarama.CompressionNone, "gzip": sarama.CompressionGZIP, "snappy": sarama.CompressionSnappy,
	"lz4": sarama.CompressionLZ4, "zstd": sarama.CompressionZSTD,
}

var ackLevels = map[string]sarama.RequiredAcks{
	"0": sarama.NoResponse, "1": sarama.WaitForLocal, "-1": sarama.WaitForAll, "all": sarama.WaitForAll,
}

var resets = map[string]int64{"earliest": sarama.OffsetOldest, "latest": sarama.OffsetNewest}

var strategies = map[string]sarama.BalanceStrategy{
	"range": sarama.BalanceStrategyRange, "roundrobin": sarama.BalanceStrategyRoundRobin,
}

// configuration translates settings under Kafka's names; those that sarama does not have are left out.
func configuration(wanted map[string]interface{}) (*sarama.Config, error) {
	config := sarama.NewConfig()
	config.Version = protocolVersion
	config.ClientID = "sarama"
	config.Metadata.Full = false
	config.Producer.Return.Successes = true
	config.Producer.Partitioner = newChosenPartitioner
	config.Consumer.Return.Errors = true
	config.Consumer.Offsets.CommitInterval = time.Hour
	// Without it sarama commits by OffsetCommit 1, which brokers no longer serve since Kafka 4.0.
	config.Consumer.Offsets.Retention = 24 * time.Hour
	config.Consumer.Group.Heartbeat.Interval = time.Second
	config.Consumer.Group.Rebalance.Retry.Backoff = 250 * time.Millisecond
	for key, value := range wanted {
		apply(config, key, value)
	}
	if config.Net.TLS.Enable {
		if err := trust(config, wanted); err != nil {
			return nil, err
		}
	}
	if config.Producer.Idempotent {
		config.Producer.RequiredAcks = sarama.WaitForAll
		config.Net.MaxOpenRequests = 1
	}
	return config, config.Validate()
}

// trust reads the files that TLS needs: whom to believe, and what to show.
func trust(config *sarama.Config, wanted map[string]interface{}) error {
	config.Net.TLS.Config = &tls.Config{MinVersion: tls.VersionTLS12}
	if file, given := wanted["ssl.ca.location"]; given {
		authorities, err := os.ReadFile(text(file))
		if err != nil {
			return err
		}
		config.Net.TLS.Config.RootCAs = x509.NewCertPool()
		config.Net.TLS.Config.RootCAs.AppendCertsFromPEM(authorities)
	}
	if file, given := wanted["ssl.certificate.location"]; given {
		pair, err := tls.LoadX509KeyPair(text(file), text(wanted["ssl.key.location"]))
		if err != nil {
			return err
		}
		config.Net.TLS.Config.Certificates = []tls.Certificate{pair}
	}
	return nil
}

func apply(config *sarama.Config, key string, value interface{}) {
	switch key {
	case "acks":
		config.Producer.RequiredAcks = ackLevels[text(value)]
	case "compression.type":
		config.Producer.Compression = codecs[text(value)]
	case "linger.ms":
		config.Producer.Flush.Frequency = milliseconds(value)
	case "max.request.size":
		config.Producer.MaxMessageBytes = int(milliseconds(value) / time.Millisecond)
	case "enable.idempotence":
		config.Producer.Idempotent = text(value) == "true"
	case "client.id":
		config.ClientID = text(value)
	case "metadata.max.age.ms":
		config.Metadata.RefreshFrequency = milliseconds(value)
	case "auto.offset.reset":
		config.Consumer.Offsets.Initial = resets[text(value)]
	case "auto.commit.interval.ms":
		config.Consumer.Offsets.CommitInterval = milliseconds(value)
	case "fetch.max.wait.ms":
		config.Consumer.MaxWaitTime = milliseconds(value)
	case "session.timeout.ms":
		config.Consumer.Group.Session.Timeout = milliseconds(value)
	case "heartbeat.interval.ms":
		config.Consumer.Group.Heartbeat.Interval = milliseconds(value)
	case "partition.assignment.strategy":
		config.Consumer.Group.Rebalance.Strategy = strategies[text(value)]
	case "security.protocol":
		protocol := strings.ToUpper(text(value))
		config.Net.TLS.Enable = strings.HasSuffix(protocol, "SSL")
		config.Net.SASL.Enable = strings.HasPrefix(protocol, "SASL")
	case "sasl.mechanism":
		config.Net.SASL.Mechanism = sarama.SASLMechanism(text(value))
	case "sasl.username":
		config.Net.SASL.User = text(value)
	case "sasl.password":
		config.Net.SASL.Password = text(value)
	}
}
