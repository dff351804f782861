package main

import (
	"encoding/base64"
	"fmt"
	"time"

	"github.com/Shopify/sarama"
)

// errorNames has Kafka's names of the errors that scenarios may meet.
var errorNames = map[sarama.KError]string{
	sarama.ErrUnknown: "UNKNOWN_SERVER_ERROR", sarama.ErrOffsetOutOfRange: "OFFSET_OUT_OF_RANGE",
	sarama.ErrInvalidMessage: "CORRUPT_MESSAGE", sarama.ErrUnknownTopicOrPartition: "UNKNOWN_TOPIC_OR_PARTITION",
	sarama.ErrLeaderNotAvailable: "LEADER_NOT_AVAILABLE", sarama.ErrNotLeaderForPartition: "NOT_LEADER_OR_FOLLOWER",
	sarama.ErrRequestTimedOut: "REQUEST_TIMED_OUT", sarama.ErrMessageSizeTooLarge: "MESSAGE_TOO_LARGE",
	sarama.ErrInvalidTopic: "INVALID_TOPIC_EXCEPTION", sarama.ErrIllegalGeneration: "ILLEGAL_GENERATION",
	sarama.ErrUnknownMemberId: "UNKNOWN_MEMBER_ID", sarama.ErrRebalanceInProgress: "REBALANCE_IN_PROGRESS",
	sarama.ErrTopicAlreadyExists: "TOPIC_ALREADY_EXISTS", sarama.ErrInvalidPartitions: "INVALID_PARTITIONS",
	sarama.ErrInvalidReplicationFactor: "INVALID_REPLICATION_FACTOR", sarama.ErrInvalidConfig: "INVALID_CONFIG",
	sarama.ErrInvalidRequest: "INVALID_REQUEST", sarama.ErrOutOfOrderSequenceNumber: "OUT_OF_ORDER_SEQUENCE_NUMBER",
	sarama.ErrTopicAuthorizationFailed: "TOPIC_AUTHORIZATION_FAILED",
	sarama.ErrGroupAuthorizationFailed: "GROUP_AUTHORIZATION_FAILED",
	sarama.ErrClusterAuthorizationFailed: "CLUSTER_AUTHORIZATION_FAILED",
	68: "NON_EMPTY_GROUP", 69: "GROUP_ID_NOT_FOUND", 76: "UNSUPPORTED_COMPRESSION_TYPE", 87: "INVALID_RECORD",
}

// ticket follows a message through the producer.
type ticket struct {
	batch    int
	index    int
	explicit bool
}

// chosenPartitioner takes the partition that a record names, and sarama's hash of the key otherwise.
type chosenPartitioner struct{ hash sarama.Partitioner }

func newChosenPartitioner(topic string) sarama.Partitioner {
	return &chosenPartitioner{sarama.NewHashPartitioner(topic)}
}

func (one *chosenPartitioner) Partition(message *sarama.ProducerMessage, count int32) (int32, error) {
	if message.Metadata.(ticket).explicit {
		return message.Partition, nil
	}
	return one.hash.Partition(message, count)
}

func (one *chosenPartitioner) RequiresConsistency() bool { return true }

type producer struct {
	sarama.AsyncProducer
	batch int
}

// Close also reads what is still to be told, without which sarama would not end.
func (p *producer) Close() error {
	p.AsyncClose()
	go func() {
		for range p.Errors() {
		}
	}()
	for range p.Successes() {
	}
	return nil
}

func openProducer(a *adapter, args arguments) (interface{}, error) {
	config, err := configuration(args.Config)
	if err != nil {
		return nil, err
	}
	made, err := sarama.NewAsyncProducer([]string{a.bootstrap}, config)
	if err != nil {
		return nil, err
	}
	return a.keep(&producer{AsyncProducer: made}), nil
}

func message(topic string, one record, number ticket) (*sarama.ProducerMessage, error) {
	result := &sarama.ProducerMessage{Topic: topic, Metadata: number}
	if one.Key != nil {
		result.Key = sarama.ByteEncoder(one.Key)
	}
	if one.Value != nil {
		result.Value = sarama.ByteEncoder(one.Value)
	}
	if one.Partition != nil {
		result.Partition = *one.Partition
	}
	if one.Timestamp != nil {
		result.Timestamp = time.Unix(*one.Timestamp/1000, *one.Timestamp%1000*1_000_000)
	}
	for _, pair := range one.Headers {
		header := sarama.RecordHeader{Key: []byte(*pair[0])}
		if pair[1] != nil {
			value, err := base64.StdEncoding.DecodeString(*pair[1])
			if err != nil {
				return nil, err
			}
			header.Value = value
		}
		result.Headers = append(result.Headers, header)
	}
	return result, nil
}

func send(a *adapter, args arguments) (interface{}, error) {
	p, found := a.handles[args.Handle].(*producer)
	if !found {
		return nil, failure{"NO_HANDLE", fmt.Sprint(args.Handle)}
	}
	p.batch++
	results := make([]interface{}, len(args.Records))
	for index := range results {
		results[index] = map[string]string{"error": "TIMEOUT"}
	}
	deadline := time.After(time.Duration(args.TimeoutMs) * time.Millisecond)
	sent, settled := 0, 0
	for settled < len(args.Records) {
		var input chan<- *sarama.ProducerMessage
		var next *sarama.ProducerMessage
		if sent < len(args.Records) {
			made, err := message(args.Topic, args.Records[sent], ticket{p.batch, sent, args.Records[sent].Partition != nil})
			if err != nil {
				return nil, err
			}
			next, input = made, p.Input()
		}
		select {
		case input <- next:
			sent++
		case done := <-p.Successes():
			if number := done.Metadata.(ticket); number.batch == p.batch {
				results[number.index] = map[string]int64{"p": int64(done.Partition), "o": done.Offset}
				settled++
			}
		case bad := <-p.Errors():
			if number := bad.Msg.Metadata.(ticket); number.batch == p.batch {
				cause := named(bad.Err)
				results[number.index] = map[string]string{"error": cause.Name, "message": cause.Message}
				settled++
			}
		case <-deadline:
			return results, nil
		}
	}
	return results, nil
}
